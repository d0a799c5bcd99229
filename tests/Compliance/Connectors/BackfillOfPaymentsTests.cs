using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Hosted;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>The lane of payments was switched on later: the money of the orders that are there already comes into the books.</summary>
public sealed class BackfillOfPaymentsTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Orders_that_were_taken_are_told_once_more_and_those_that_never_were_are_left_alone(string database)
    {
        await using var stage = await StageAsync(database);
        stage.Shop.Shown["7"] = stage.Shop.Shown["7"] with { PaymentStatus = PaymentStatus.Cancelled };
        await stage.HintAsync("7");
        await stage.ReadAsync();
        stage.Bench.Sent.Clear();
        var run = await stage.StartAsync(null);

        // It dies with a page that is listed and not committed, and once more with marks that nobody has read.
        stage.DieAtCommit = true;
        await Assert.ThrowsAsync<OperationCanceledException>(stage.StepAsync);
        stage.DieAtCommit = false;
        await stage.StepAsync();
        while (await stage.StepAsync() is { EndedAt: null }) await stage.ReadAsync();

        Assert.Equal(Enumerable.Range(1, 15).Where(id => id != 7).Select(id => $"{id}").Order(StringComparer.Ordinal),
            stage.Bench.Sent.Of<OrderChanged>().Select(changed => changed.Key.OrderId).Order(StringComparer.Ordinal));
        Assert.All(stage.Bench.Sent.Of<OrderChanged>(), changed => Assert.Equal(FoundBy.Backfill, changed.FoundBy));
        // The money of a cancelled order is told by itself.
        Assert.Equal("7", Assert.Single(stage.Bench.Sent.Of<OrderPaymentsSeen>()).Key.OrderId);
        Assert.Empty(stage.Bench.Sent.Of<OrderPlaced>());
        var end = await stage.FindAsync(run);
        Assert.Equal((25, 15, 10), (end.Listed, end.Sent, end.LeftOut));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_dry_run_counts_the_orders_whose_money_the_books_lack(string database)
    {
        await using var stage = await StageAsync(database);
        foreach (var id in (string[])["1", "2"])
        {
            foreach (var entry in PaymentEntries.Of(stage.Shop.Shown[id]))
            {
                await stage.Bench.Database.TransactAsync((unit, ct) => stage.Bench.Links.StoreAsync(unit, new Link
                {
                    Scope = "shop-erp", Entity = Entities.Payment, StorefrontId = entry.Key, StorefrontNumber = $"100{id}", Connection = "erp", ErpId = entry.Key, ErpNumber = "P1",
                }, ct), Token);
            }
        }

        stage.Bench.Sent.Clear();
        var run = await stage.StartAsync(null, dry: true);
        while (await stage.StepAsync() is { EndedAt: null })
        {
        }

        var end = await stage.FindAsync(run);
        Assert.Equal((25, 13, 12, 0), (end.Listed, end.Sent, end.LeftOut, end.Problems));
        Assert.Empty(stage.Bench.Sent.Of<OrderChanged>());
        Assert.Equal(0, await stage.WaitingAsync());
    }

    // 25 orders in the shop, of which the ERP got 15.
    private async Task<BackfillStage> StageAsync(string database)
    {
        var stage = new BackfillStage(await OpenAsync(database), writes: true, bench => new PaymentBackfill(bench.Database, [new FakeFactory("fake-erp", new FakeErp())]));
        for (var number = 1; number <= 25; number++)
        {
            stage.Shop.Shown[$"{number}"] = Paid($"{number}");
            stage.Shop.History.Ids.Add($"{number}");
        }

        await stage.HintAsync([.. Enumerable.Range(1, 15).Select(number => $"{number}")]);
        await stage.ReadAsync();
        Assert.Equal(15, stage.Placed.Count());
        return stage;
    }

    private static Order Paid(string id) => Orders.One(id) with
    {
        Payments = [new OrderPayment { Id = $"T{id}", Method = "Stripe", State = PaymentState.Captured, Amount = 14.90m }],
    };
}
