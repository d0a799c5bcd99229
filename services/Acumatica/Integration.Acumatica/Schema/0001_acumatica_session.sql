CREATE TABLE acumatica_session (
    connection text NOT NULL,
    seat integer NOT NULL,
    sealed_tokens bytea NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (connection, seat)
);
