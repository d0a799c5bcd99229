using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Api55.Sweeping;
using Integration.XCart.Probing;

namespace Integration.XCart.Api55.Probing;

/// <summary>The doctor's look at a shop of 5.5. It writes nothing: the writing token is tried on an order number that does not exist.</summary>
internal sealed class ShopProbe(PlatformApi shop, ConnectionDefinition connection, TimeProvider time)
{
    private const int Sample = 25;

    /// <summary>Runs every check; when the shop cannot be read at all, only that is reported.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(bool tryWriting, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        var answer = await shop.PageAsync<OrderOutput>("orders", OrderPages.Query(DateTimeOffset.UnixEpoch), 1, Sample, ct);
        if (answer is not ShopAnswer<IReadOnlyList<OrderOutput>>.Given given)
        {
            var outcome = (answer as ShopAnswer<IReadOnlyList<OrderOutput>>.Failed)?.Outcome ?? new WriteOutcome.Denied("The shop has no list of orders at its address.");
            return [new ProbeFinding("reachability", ProbeLevel.Failed, Words.Of(outcome), "Correct the url or the tokens of the connection, then run the doctor again.")];
        }

        var newest = given.Value;
        return
        [
            new ProbeFinding("reachability", ProbeLevel.Ok, $"The shop answers at {connection.Url.GetLeftPart(UriPartial.Path)} under its own address."),
            Surroundings.Transport(connection.Url),
            new ProbeFinding("read key", ProbeLevel.Ok, "The shop accepts the token for reading."),
            .. tryWriting ? await new TokenCheck(shop).RunAsync(ct) : [],
            await ListCheckAsync(newest, given.SourceTime ?? time.GetUtcNow(), ct),
            .. await new ShapeCheck(shop).RunAsync(newest, ct),
            .. StatusCheck.Of(newest),
            Surroundings.Clock(given.SourceTime, asked, time.GetUtcNow()),
            Surroundings.Purpose(connection.Url),
        ];
    }

    private async Task<ProbeFinding> ListCheckAsync(IReadOnlyList<OrderOutput> newest, DateTimeOffset now, CancellationToken ct)
    {
        if (newest.Count > Sample || newest.Zip(newest.Skip(1)).Any(pair => pair.First.ChangedAt < pair.Second.ChangedAt))
            return new ProbeFinding("changed orders", ProbeLevel.Failed, "The shop ignores the size or the order of its list of orders, so that changes cannot be found.", "Tell the maintainers which version of X-Cart this is.");
        if (newest.Count == 0) return new ProbeFinding("changed orders", ProbeLevel.NotChecked, "The shop has no order yet.");
        // A filter that a version does not know is ignored without a word: nothing can have changed after tomorrow.
        var later = now > newest[0].ChangedAt ? now : newest[0].ChangedAt;
        return await shop.PageAsync<OrderRow>("orders", OrderPages.Query(later.AddDays(1)), 1, 1, ct) switch
        {
            ShopAnswer<IReadOnlyList<OrderRow>>.Given { Value.Count: 0 } => new ProbeFinding("changed orders", ProbeLevel.Ok, "The shop lists only the orders that changed since a moment."),
            ShopAnswer<IReadOnlyList<OrderRow>>.Given => new ProbeFinding("changed orders", ProbeLevel.Ok, "The shop lists its orders by their last change; it cannot leave out older ones, so that each sweep reads one page at least."),
            _ => new ProbeFinding("changed orders", ProbeLevel.Warning, "Whether the shop can list only what changed could not be found out.", "Run the doctor again when the shop is well."),
        };
    }
}
