-- The job that trained a model has its rows and its recipe.
create index job_by_model on job (model_name, model_version) where model_version is not null;
