using Integration.Connectors.Connections;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Corrections;

/// <summary>
/// On every connection that something is mapped for, beside the lanes that map: tells the console when lookups or mapping documents of a pair changed, so that what waits
/// for them is sent again. Remembered in the database, so that a change made while nothing ran is told too.
/// </summary>
internal sealed class CorrectionWatch(IDatabase database, IOutbox outbox, TimeProvider time) : ILaneHalves
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);

    public IEnumerable<LaneHalf> Of(Connected connected) => PairMappings.Of(connected.Connector) is { Count: > 0 } mappings
        ? connected.Pairs.Select(pair => new LaneHalf([], [new LaneLoop($"corrections {pair.Name}", ct => RunAsync(connected, mappings, pair.Name, ct))]))
        : [];

    /// <summary>Compares with what was seen last; tells and remembers what changed.</summary>
    /// <returns>What changed; null when nothing did, or when the pair is seen for the first time.</returns>
    public Task<PairCorrected?> LookAsync(PairDefinition pair, IReadOnlyDictionary<string, string> parts, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            var known = (await unit.ListAsync<Part>("SELECT part AS Name, hash AS Hash FROM pair_part WHERE pair = @Name", new { pair.Name }, token))
                .ToDictionary(part => part.Name, part => part.Hash, StringComparer.Ordinal);
            var changed = parts.Where(part => known.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key).ToList();
            foreach (var part in changed)
            {
                await unit.ExecuteAsync(
                    "INSERT INTO pair_part (pair, part, hash) VALUES (@Name, @part, @hash) ON CONFLICT (pair, part) DO UPDATE SET hash = excluded.hash",
                    new { pair.Name, part, hash = parts[part] }, token);
            }

            // A lookup that is new fills what waits for it; a document that is seen for the first time corrects nothing.
            var usable = changed.Where(part => parts[part] != PairParts.Unreadable && (known.ContainsKey(part) || DocumentNames.TableOf(part) is not null)).ToList();
            if (usable.Count == 0 || known.Count == 0) return null;
            var corrected = new PairCorrected(
                pair.Name, [.. usable.Select(DocumentNames.TableOf).OfType<string>()], [.. usable.Where(part => DocumentNames.TableOf(part) is null)], time.GetUtcNow());
            await outbox.EnqueueAsync(unit, Queues.Console, corrected, token);
            return corrected;
        },
        ct);

    private async Task RunAsync(Connected connected, IReadOnlyList<MappingPort> mappings, string pairName, CancellationToken ct)
    {
        IReadOnlyDictionary<string, string>? seen = null;
        while (!ct.IsCancellationRequested)
        {
            if (connected.Pair(pairName) is { } pair)
            {
                var parts = PairParts.Of(pair, mappings);
                if (seen is null || seen.Count != parts.Count || parts.Any(part => seen.GetValueOrDefault(part.Key) != part.Value))
                {
                    await LookAsync(pair, parts, ct);
                    seen = parts;
                }
            }

            await Task.Delay(Follow, time, ct);
        }
    }

    private sealed record Part
    {
        public string Name { get; init; } = "";

        public string Hash { get; init; } = "";
    }
}
