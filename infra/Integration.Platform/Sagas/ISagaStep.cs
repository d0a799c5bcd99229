namespace Integration.Platform.Sagas;

internal interface ISagaStep
{
    /// <summary>The version that was read; 0 for a saga not stored yet.</summary>
    int Version { get; }
}
