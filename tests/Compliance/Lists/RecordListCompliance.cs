using Integration.Connectors.Lanes.Reconciliation.Lists;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Xunit;

namespace Integration.Tests.Compliance.Lists;

/// <summary>What a reconciliation relies on in every list, whichever side it is of: a subclass gives the side.</summary>
public abstract class RecordListCompliance : IAsyncLifetime
{
    private const int MostPages = 200;
    private ListedSide? _side;

    private ListedSide Side => _side!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected abstract Task<ListedSide> StartAsync();

    public async ValueTask InitializeAsync() => _side = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_side is not null) await _side.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_order_of_the_days_is_listed_once_over_several_pages_with_its_amount()
    {
        var entered = new List<ListedOrder>();
        for (var count = 0; count < Side.PageSize + 3; count++) entered.Add(await Side.OrderAsync(Side.Now));

        var (records, pages) = await OrdersAsync(Around(Side.Now));

        Assert.True(pages > 1, "The list must have several pages for this test to mean anything.");
        Assert.Equal(entered.Select(order => (order.Key, order.Id)).Order(), records.Select(record => (record.Key, record.Id)).Order());
        Assert.All(records, record => Assert.True(record is { State: ListedStates.Active, Amount: > 0, Currency: "USD", Number.Length: > 0, At: not null, ChangedAt: not null }, $"{record}"));
    }

    [Fact]
    public async Task Orders_that_come_and_go_meanwhile_neither_double_nor_hide_others()
    {
        var staying = new List<ListedOrder>();
        for (var count = 0; count < (Side.PageSize * 2) + 2; count++) staying.Add(await Side.OrderAsync(Side.Now));

        var (records, _) = await OrdersAsync(Around(Side.Now), async page =>
        {
            if (page > 3) return;
            await Side.OrderAsync(Side.Now);
            var going = staying[0];
            staying.RemoveAt(0);
            await Side.DeleteAsync(going);
        });

        Assert.Subset(records.Select(record => record.Key).ToHashSet(StringComparer.Ordinal), staying.Select(order => order.Key).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(records.Select(record => record.Key).Distinct(StringComparer.Ordinal).Count(), records.Count);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(23)]
    [InlineData(25)]
    public async Task A_day_is_the_pairs_from_midnight_to_midnight_whatever_its_hours(int hours)
    {
        var day = NextDayOf(hours);
        var (begins, ends) = (DaySpan.StartOf(day, ListedSide.Zone), DaySpan.StartOf(day.AddDays(1), ListedSide.Zone));
        await Side.OrderAsync(begins.AddSeconds(-30));
        var first = await Side.OrderAsync(begins.AddSeconds(1));
        var last = await Side.OrderAsync(ends.AddSeconds(-30));
        await Side.OrderAsync(ends.AddSeconds(1));

        var days = DaySpan.Of(day, day, ListedSide.Zone);
        var (records, _) = await OrdersAsync(days);

        Assert.Equal(new[] { first.Key, last.Key }.Order(StringComparer.Ordinal), records.Select(record => record.Key).Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.True(days.Holds(record.At!.Value), $"{record.At} is not of {day}"));
        Assert.Equal(4, (await OrdersAsync(DaySpan.Of(day.AddDays(-1), day.AddDays(1), ListedSide.Zone))).Records.Count);
    }

    [Fact]
    public async Task A_cancelled_order_is_listed_as_such_and_a_deleted_one_not_at_all()
    {
        var (stays, cancelled, deleted) = (await Side.OrderAsync(Side.Now), await Side.OrderAsync(Side.Now), await Side.OrderAsync(Side.Now));
        await Side.CancelAsync(cancelled);
        await Side.DeleteAsync(deleted);

        var (records, _) = await OrdersAsync(Around(Side.Now));

        Assert.Equal(
            new[] { (stays.Key, ListedStates.Active), (cancelled.Key, ListedStates.Cancelled) }.Order(),
            records.Select(record => (record.Key, record.State)).Order());
    }

    [Fact]
    public async Task Keys_keep_letters_beyond_ASCII_and_other_shops_are_left_out()
    {
        var order = await Side.OrderAsync(Side.Now);
        var strange = await Side.StrangeOrderAsync();

        var record = Assert.Single((await OrdersAsync(Around(Side.Now))).Records);

        Assert.StartsWith("ŻÓŁW-", record.Key, StringComparison.Ordinal);
        Assert.Equal(order.Key, record.Key);
        Assert.NotEqual(strange, record.Key);
    }

    [Fact]
    public async Task Days_without_orders_give_an_empty_list_that_ends() =>
        Assert.Empty((await OrdersAsync(DaySpan.Of(new DateOnly(2001, 1, 1), new DateOnly(2001, 1, 2), ListedSide.Zone))).Records);

    [Fact]
    public async Task Customers_are_listed_once_by_their_normalised_address_which_is_marked_as_personal()
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = 0; count < Side.PageSize + 2; count++) made[$"zoë.łukasik{count}@example.org"] = await Side.CustomerAsync($"Zoë.Łukasik{count}@Example.org");

        var list = Side.List(Entities.Customer);
        Assert.True(list.PersonalKeys);
        var (records, _) = await AllAsync(list, null);

        var ours = records.Where(record => made.ContainsKey(record.Key)).ToList();
        Assert.Equal(made.Select(customer => (customer.Key, customer.Value)).Order(), ours.Select(record => (record.Key, record.Id)).Order());
        Assert.All(ours, record => Assert.DoesNotContain("example", $"{record.Id} {record.Number}", StringComparison.OrdinalIgnoreCase));
        Assert.All(ours, record => Assert.True(record is { State: ListedStates.Active, ChangedAt: not null }));
    }

    [Fact]
    public async Task Money_that_a_storefront_took_is_listed_by_its_day_with_the_providers_reference()
    {
        if (Side.Connector is not IStorefront) return;
        var order = await Side.OrderAsync(Side.Now);

        var (records, _) = await AllAsync(Side.List(Entities.Payment), Around(Side.Now));

        var record = Assert.Single(records);
        Assert.Equal((order.Id, ListedStates.Active, "USD"), (record.Id, record.State, record.Currency));
        Assert.True(record is { Amount: > 0, Group.Length: > 0, Reference.Length: > 0 });
        Assert.Empty((await AllAsync(Side.List(Entities.Refund), Around(Side.Now))).Records);
    }

    [Fact]
    public void What_cannot_be_listed_says_why()
    {
        Assert.Equal("The pair's lane returns is off.", NoList.Why(Side.Connector, Side.Pair, Entities.Return));
        Assert.Equal("The pair makes no customers in the ERP.", NoList.Why(Side.Connector, With(new PairLanes { Customers = new CustomerLane { ToErp = false } }), Entities.Customer));
        Assert.NotEmpty(NoList.Why(Side.Connector, With(new PairLanes { Returns = new ReturnLane() }), Entities.Return));
        Assert.DoesNotContain(Side.Lists, list => list.Entity == Entities.Return);
        Assert.Empty(new CustomerLists().Of(Side.Connector, With(new PairLanes { Customers = new CustomerLane { ToErp = false } })));
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_is_an_outcome_of_every_list()
    {
        await Side.OrderAsync(Side.Now);
        await Side.ThrottleAsync();

        foreach (var list in Side.Lists) Assert.True(await FailureAsync(list) is WriteOutcome.Throttled, $"The list of {list.Entity}.");
    }

    [Fact]
    public async Task Access_that_was_taken_away_is_an_outcome_of_every_list()
    {
        await Side.OrderAsync(Side.Now);
        await Side.DenyAsync();

        foreach (var list in Side.Lists) Assert.True(await FailureAsync(list) is WriteOutcome.Denied, $"The list of {list.Entity}.");
    }

    private PairDefinition With(PairLanes lanes) => Side.Pair with { Lanes = lanes };

    private async Task<WriteOutcome> FailureAsync(IRecordList list) =>
        Assert.IsType<ListPage.Failed>(await list.PageAsync(new ListQuestion(Side.Pair, Around(Side.Now), null), Ct)).Outcome;

    private Task<(List<ListedRecord> Records, int Pages)> OrdersAsync(DaySpan days, Func<int, Task>? meanwhile = null) => AllAsync(Side.List(Entities.Order), days, meanwhile);

    // A record that is listed twice counts as it was listed last.
    private async Task<(List<ListedRecord> Records, int Pages)> AllAsync(IRecordList list, DaySpan? days, Func<int, Task>? meanwhile = null)
    {
        var (found, cursor, pages) = (new Dictionary<(string, string), ListedRecord>(), (string?)null, 0);
        do
        {
            Assert.True(++pages < MostPages, "The pages do not end.");
            var page = Assert.IsType<ListPage.Read>(await list.PageAsync(new ListQuestion(Side.Pair, days, cursor), Ct));
            foreach (var record in page.Records) found[(record.Key, record.Id)] = record;
            cursor = page.Next;
            if (meanwhile is not null) await meanwhile(pages);
        }
        while (cursor is not null);
        return ([.. found.Values], pages);
    }

    private static DaySpan Around(DateTimeOffset moment)
    {
        var day = DaySpan.DayOf(moment, ListedSide.Zone);
        return DaySpan.Of(day.AddDays(-1), day.AddDays(1), ListedSide.Zone);
    }

    private DateOnly NextDayOf(int hours)
    {
        var day = DaySpan.DayOf(Side.Now, ListedSide.Zone).AddDays(2);
        while ((DaySpan.StartOf(day.AddDays(1), ListedSide.Zone) - DaySpan.StartOf(day, ListedSide.Zone)).TotalHours != hours) day = day.AddDays(1);
        return day;
    }
}
