using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Probing;

namespace Integration.XCart.Api54.Probing;

/// <summary>The doctor's look at a shop. It writes nothing: the write key is tried on an order number that cannot exist, which the shop answers with <c>null</c>.</summary>
internal sealed class ShopProbe(RestApi shop, ConnectionDefinition connection, TimeProvider time)
{
    /// <summary>Runs every check; when the shop cannot be read at all, only that is reported.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(bool tryWriting, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        var newest = await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst("o.lastRenewDate", 0, 2), ct);
        if (newest is ShopAnswer<IReadOnlyList<OrderRow>>.Failed failed)
            return [new ProbeFinding("reachability", ProbeLevel.Failed, Words.Of(failed.Outcome), "Correct the url or the keys of the connection, then run the doctor again.")];

        var (rows, clock) = newest is ShopAnswer<IReadOnlyList<OrderRow>>.Given given ? (given.Value, given.SourceTime) : ([], null);
        return
        [
            new ProbeFinding("reachability", ProbeLevel.Ok, $"The shop answers at {connection.Url.GetLeftPart(UriPartial.Path)} under its own address."),
            Surroundings.Transport(connection.Url),
            new ProbeFinding("read key", ProbeLevel.Ok, "The shop accepts the key for reading."),
            .. tryWriting ? await new KeyCheck(shop).RunAsync(ct) : [],
            ListCheck(rows),
            .. await new ShapeCheck(shop).RunAsync(rows, ct),
            .. await new StatusCheck(shop).RunAsync(ct),
            Surroundings.Clock(clock, asked, time.GetUtcNow()),
            Surroundings.Purpose(connection.Url),
        ];
    }

    private static ProbeFinding ListCheck(IReadOnlyList<OrderRow> rows) =>
        rows.Count > 2 || (rows.Count == 2 && rows[0].ChangedAt < rows[1].ChangedAt)
            ? new ProbeFinding("changed orders", ProbeLevel.Failed, "The shop ignores the limit or the order of its order list, so that changes cannot be found.", "Update the REST API add-on (5.4.0.6 is known to work).")
            : new ProbeFinding("changed orders", ProbeLevel.Ok, "The shop lists its orders by their last change.");
}
