/** Does one piece of work at a time. Of those that come in meanwhile, only the newest is done. */
export class Newest {
  async do(work) {
    this.next = work;
    if (this.busy) {
      return;
    }
    this.busy = true;
    while (this.next) {
      const now = this.next;
      this.next = null;
      await now();
    }
    this.busy = false;
  }
}
