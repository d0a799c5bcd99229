using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>A list of recent orders in memory, two per page.</summary>
internal sealed class FakeRecentOrders : IRecentOrders
{
    public RelookSchedule Schedule { get; set; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(3), 200);

    public ConcurrentQueue<string> Ids { get; } = new();

    public WriteOutcome? Failure { get; set; }

    public DateTimeOffset? Since { get; private set; }

    public int Pages { get; private set; }

    public async IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        Since = since;
        Pages = 0;
        foreach (var page in Ids.Chunk(2))
        {
            await Task.Yield();
            Pages++;
            yield return new ChangePage([.. page.Select(id => new ChangedRecord(id, DateTimeOffset.UnixEpoch))], null, Last: false);
        }

        yield return new ChangePage([], null, Last: Failure is null, Failure);
    }
}
