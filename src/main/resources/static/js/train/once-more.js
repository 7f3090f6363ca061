// One iteration more from where a model is: with the rows and the settings that it was trained with, whatever the form says by now.

const KEPT = ['optimizer', 'learningRate', 'learningRateSchedule', 'loss', 'batchSize', 'shuffle', 'l1', 'l2', 'gradientClipping', 'seed'];
/** SHA-256 of the rows of the course's example, which a request need not give. */
const COURSE_ROWS = '6214dc416b2f0a185ed46f6d26df973bdb6324d191d0bbef50c19c1e89580a0d';

/** What a model tells of its data: as actions.js does of what the form asks for; null where the rows came with a request. */
export function aboutModel({ provenance }) {
  const { dataset, dataSha256 } = provenance || {};
  if (dataset) {
    const { sha256, ...asked } = dataset; // Of the file: a request names the data set alone.
    return { source: 'dataset', dataset: dataset.name, drawing: dataset, data: { dataset: asked } };
  }
  return dataSha256 === COURSE_ROWS ? { source: 'course', dataset: 'course', drawing: 'course', data: {} } : null;
}

/** The body of POST /train that corrects the model's weights once more; null where its rows are not known. */
export function onceMore({ name, version, training }, about) {
  if (!about) {
    return null;
  }
  const kept = KEPT.filter((field) => training[field] !== undefined && training[field] !== null).map((field) => [field, training[field]]);
  return { ...about.data, name, from: { model: name, version }, training: { ...Object.fromEntries(kept), iterations: 1, recordEvery: 1 } };
}
