using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Faults between the calls of one piece of work: with order numbers of ours and of Finance and Operations.</summary>
public sealed class DynamicsFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_token_that_ends_between_look_and_batch_makes_one_order(bool ownNumbers)
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers);
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 9m));
        var document = await erp.DocumentAsync(order);
        Assert.IsType<LookOutcome.NotFound>(await erp.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
        var signIns = erp.SignIns;
        await erp.ControlAsync("expire", new { });

        Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.Single(await erp.OrdersAsync(order.Reference));
        Assert.Equal(signIns + 1, erp.SignIns);
    }

    [Fact]
    public async Task A_token_that_ends_after_every_page_of_a_long_listing_loses_no_record()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true);
        var wanted = await OrdersAsync(erp, (erp.Features.PageSize * 3) + 1);
        var signIns = erp.SignIns;

        var pages = new List<ChangePage>();
        await foreach (var page in erp.Erp.Fulfilment.OrdersChangedSinceAsync(default, Ct))
        {
            pages.Add(page);
            await erp.ControlAsync("expire", new { });
        }

        Assert.Equal(4, pages.Count);
        Assert.True(pages[^1].Last && pages.TrueForAll(page => page.Failure is null));
        Assert.Equal(wanted, pages.SelectMany(page => page.Records).Select(record => record.Id).Order(StringComparer.Ordinal));
        Assert.Equal(signIns + 3, erp.SignIns);
    }

    [Fact]
    public async Task A_wish_for_fewer_calls_in_the_middle_of_a_listing_ends_it_and_is_not_its_last_page()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true);
        await OrdersAsync(erp, erp.Features.PageSize + 1);

        var pages = new List<ChangePage>();
        await foreach (var page in erp.Erp.Fulfilment.OrdersChangedSinceAsync(default, Ct))
        {
            pages.Add(page);
            erp.Arm(Trouble.Throttle, path: null, method: null);
        }

        Assert.Equal([false, false], pages.Select(page => page.Last));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<WriteOutcome.Throttled>(pages[^1].Failure).After);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_order_that_was_committed_after_the_answer_was_given_up_is_found_and_its_second_write_adds_none(bool ownNumbers)
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers);
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 9m));
        var document = await erp.DocumentAsync(order);
        await erp.TroubleAsync(Trouble.CommitLate);
        Assert.IsType<WriteOutcome.Unknown>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        // With numbers of ours the late commit and a second write race, and F&O lets one through. Else nothing but the look tells, so that it alone may be asked.
        if (ownNumbers) Assert.True(await erp.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct) is WriteOutcome.Done or WriteOutcome.AlreadyDone);
        await Eventually.TrueAsync(async () => await erp.Erp.SalesOrders.FindAsync(order.Reference, document, Ct) is LookOutcome.Same, "the order is found");
        await Eventually.TrueAsync(() => erp.Finance.Calls.Calls().Any(call => call.Fault == FaultKind.CommitLate), "the late commit was carried out");

        Assert.Single(await erp.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task Two_connections_that_write_one_order_at_once_make_one_and_both_name_it()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true);
        var other = erp.Another();
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 9m), ("PEN-10", 1m, 6m));
        var document = await erp.DocumentAsync(order);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(writer => (writer % 2 == 0 ? erp.Erp : other).SalesOrders.CreateAsync(order.Reference, document, Ct)));

        Assert.Equal(order.Reference, Assert.Single(outcomes.OfType<WriteOutcome.Done>()).Ref.Id);
        Assert.Equal(5, outcomes.OfType<WriteOutcome.AlreadyDone>().Count(done => done.Ref.Id == order.Reference));
        Assert.Equal(order.Lines.ToDictionary(line => line.Sku, line => line.Quantity), Assert.Single(await erp.OrdersAsync(order.Reference)).Quantities);
    }

    [Fact]
    public async Task Two_connections_that_add_lines_to_one_journal_at_once_add_each_once_or_say_that_nothing_was_stored()
    {
        await using var erp = await DynamicsErp.StartAsync(ownNumbers: true);
        var other = erp.Another();
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 1m, 9m));
        var id = Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), Ct)).Ref;

        var lines = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => DynamicsMoney.BookAsync(number % 2 == 0 ? erp.Erp : other, order, id, $"XC1-T{number}", isFirst: false, Ct)));

        Assert.All(lines, outcome => Assert.True(outcome is WriteOutcome.Done or WriteOutcome.Unavailable, $"{outcome}"));
        for (var number = 1; number <= 8; number++)
            Assert.Equal(lines[number - 1] is WriteOutcome.Done ? 1 : 0, (await erp.DocumentsAsync($"XC1-T{number}")).Count);
    }

    private static async Task<IEnumerable<string>> OrdersAsync(DynamicsErp erp, int count)
    {
        var references = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var order = OrderSamples.Of($"2{number:000}", "USD", ("MUG-01", 1m, 9m));
            Assert.IsType<WriteOutcome.Done>(await erp.Erp.SalesOrders.CreateAsync(order.Reference, await erp.DocumentAsync(order), Ct));
            references.Add(order.Reference);
        }

        return references.Order(StringComparer.Ordinal);
    }
}
