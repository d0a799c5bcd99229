namespace Integration.Platform.Sagas;

/// <summary>A saga with the version it was read at.</summary>
internal sealed record StoredSaga<TSaga>(TSaga Saga, int Version);
