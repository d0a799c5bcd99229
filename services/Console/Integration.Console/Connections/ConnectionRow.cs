using Integration.Platform.Database;

namespace Integration.Console.Connections;

internal sealed class ConnectionRow
{
    public string Connection { get; init; } = "";
    public string State { get; init; } = "";
    public string Reason { get; init; } = "";
    public long? ResumesAt { get; init; }
    public string Owner { get; init; } = "";
    public long At { get; init; }

    public ConnectionState ToState() => new(
        Connection, State, Reason, ResumesAt is { } ms ? UnixTime.FromUnixMs(ms) : null, Owner, UnixTime.FromUnixMs(At));
}
