using Integration.Connectors.Connections;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>Sends readings to the gateway of every pair that sells from this ERP's stock.</summary>
internal sealed class StockFeed(StockPairs pairs, IOutbox outbox)
{
    private const int MostInOne = 500;

    /// <summary>Whether anybody wants them.</summary>
    public bool IsWanted(Connected connected) => pairs.OfErp(connected.Name).Count > 0;

    /// <summary>Sends them in the caller's transaction.</summary>
    public async Task SendAsync(IUnit unit, Connected connected, long ticket, IReadOnlyList<StockFigure> figures, CancellationToken ct, bool compare = false)
    {
        foreach (var pair in pairs.OfErp(connected.Name))
        {
            foreach (var some in figures.Chunk(MostInOne))
            {
                await outbox.EnqueueAsync(unit, Queues.Write(pair, LaneNames.Stock), new StockRead(pair, ticket, some, compare), ct);
            }
        }
    }
}
