using Integration.Console.Connections;
using Integration.Console.Lanes;

namespace Integration.Console.Api;

/// <summary>How everything stands.</summary>
/// <param name="Pairs">Per pair its orders by state.</param>
/// <param name="Connections">The last report of every connection.</param>
/// <param name="Lanes">The last report of every half of a lane.</param>
/// <param name="AttentionOpen">Entries of the attention list that are not settled.</param>
public sealed record PlatformStatus(IReadOnlyList<PairStatus> Pairs, IReadOnlyList<ConnectionState> Connections, IReadOnlyList<LaneState> Lanes, long AttentionOpen);
