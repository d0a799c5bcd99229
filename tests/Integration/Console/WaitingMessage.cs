namespace Integration.Tests.Integration.Console;

internal sealed class WaitingMessage
{
    public string Type { get; init; } = "";

    public string Body { get; init; } = "";
}
