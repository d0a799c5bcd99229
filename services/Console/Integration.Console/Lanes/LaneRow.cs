using Integration.Platform.Database;

namespace Integration.Console.Lanes;

internal sealed class LaneRow
{
    public string Pair { get; init; } = "";
    public string Lane { get; init; } = "";
    public string Half { get; init; } = "";
    public string State { get; init; } = "";
    public string Reason { get; init; } = "";
    public string Commands { get; init; } = "";
    public long At { get; init; }

    public LaneState ToState() => new(Pair, Lane, Half, State, Reason, State == "paused" && Commands.Length > 0, UnixTime.FromUnixMs(At));
}
