using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

/// <summary>What the answer to the write spares.</summary>
public sealed partial class OrderWritingTests
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task What_the_answer_to_the_write_shows_is_told_with_it_and_the_sweep_that_sees_the_write_reads_nothing(string database)
    {
        await using var lane = await LaneAsync(database);
        var written = lane.Bench.Clock.GetUtcNow().AddMilliseconds(-7);
        lane.Erp.CreateEcho = reference => Progress(reference, written).ToEcho();

        await lane.SubmitAsync("1");

        var accepted = Assert.Single(lane.Sent.Of<SalesOrderAccepted>());
        Assert.Equal((ErpOrderStatus.CreditHold, "Credit Hold"), (accepted.Status, accepted.ErpStatus));
        Assert.Equal(0, await SweptAsync(lane.Bench, written));
        Assert.Equal(1, await SweptAsync(lane.Bench, written.AddMilliseconds(1)));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_order_that_a_sweep_found_before_its_write_was_answered_is_read_all_the_same(string database)
    {
        await using var lane = await LaneAsync(database);
        var written = lane.Bench.Clock.GetUtcNow().AddMilliseconds(-7);
        lane.Erp.CreateEcho = reference => Progress(reference, written).ToEcho();
        Assert.Equal(1, await SweptAsync(lane.Bench, written));

        await lane.SubmitAsync("1");

        Assert.Equal(ErpOrderStatus.Unknown, Assert.Single(lane.Sent.Of<SalesOrderAccepted>()).Status);
        Assert.Equal(1, await SweptAsync(lane.Bench, written));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Where_listings_have_no_stamps_an_order_that_we_made_is_not_read_by_the_next_one_and_a_change_of_it_is(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.CreateEcho = reference => (Progress(reference, lane.Bench.Clock.GetUtcNow()) with { Listed = "open, 2 lines" }).ToEcho();
        await lane.SubmitAsync("1");

        Assert.Equal(0, await ListedAsync(lane.Bench, "open, 2 lines"));
        Assert.Equal(1, await ListedAsync(lane.Bench, "open, 3 lines"));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task An_order_that_a_listing_showed_before_its_write_was_answered_is_read_all_the_same(string database)
    {
        await using var lane = await LaneAsync(database);
        lane.Erp.CreateEcho = reference => (Progress(reference, lane.Bench.Clock.GetUtcNow()) with { Listed = "open, 2 lines" }).ToEcho();
        Assert.Equal(1, await ListedAsync(lane.Bench, "on hold"));

        await lane.SubmitAsync("1");

        Assert.Equal(ErpOrderStatus.Unknown, Assert.Single(lane.Sent.Of<SalesOrderAccepted>()).Status);
        Assert.Equal(1, await ListedAsync(lane.Bench, "on hold"));
    }

    private static ErpOrderProgress Progress(string reference, DateTimeOffset written) => new()
    {
        Id = FakeErp.IdOf(reference), Number = "SO1", Reference = reference, Status = ErpOrderStatus.CreditHold, ErpStatus = "Credit Hold", ChangedAt = written,
    };

    /// <summary>How many records wait to be read when a listing without stamps has shown the order with this content.</summary>
    private static async Task<long> ListedAsync(ConnectorBench bench, string content)
    {
        var page = new ChangePage([new ChangedRecord(FakeErp.IdOf("XC1-1001"), default) { Content = content }], null, Last: true) { IsWhole = true };
        Assert.Null(await bench.Sweeps.RunAsync(
            new SweepTarget(LookKey.OfConnection("erp"), Entities.Order, "shop-erp", "shipments", DateTimeOffset.UnixEpoch, new SweepSchedule(), (_, _) => new[] { page }.ToAsyncEnumerable()), Token));
        return await bench.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM look WHERE dirty > 0", null, ct), Token);
    }

    /// <summary>How many records wait to be read when a sweep has shown the order with this stamp.</summary>
    private static Task<long> SweptAsync(ConnectorBench bench, DateTimeOffset stamp) => bench.Database.TransactAsync(
        async (unit, ct) =>
        {
            await bench.Book.MarkSweptAsync(unit, LookKey.OfConnection("erp"), Entities.Order, [new ChangedRecord(FakeErp.IdOf("XC1-1001"), stamp)], TimeSpan.Zero, false, ct);
            return await unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM look WHERE dirty > 0", null, ct);
        },
        Token);
}
