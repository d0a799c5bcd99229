namespace Integration.Platform.Sagas;

internal sealed class SagaRow
{
    public int Version { get; init; }

    public string Data { get; init; } = "";
}
