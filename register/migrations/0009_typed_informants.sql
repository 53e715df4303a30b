-- What a person typed of a paper may name its informant. What is found of him there is kept as what machines read of
-- him in the paper is, and outlasts further readings.
alter table informants add column sealed_typed bytea;
