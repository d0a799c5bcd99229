using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Returns;

public abstract partial class ErpReturnsCompliance
{
    [Fact]
    public async Task A_return_is_read_expected_then_received_and_swept_each_time()
    {
        var (order, id) = await SoldAsync(Sample());
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var made = await CreatedAsync(order, id, 2, shipping: false);

        var expected = await ReturnAsync(made);
        Assert.Equal((ErpReturnState.Expected, "XC1-1001/R1", id), (expected.Return.State, expected.Return.Reference, Assert.Single(expected.Orders)));
        Assert.Equal([new ReturnedQuantity(Sku, 2m)], expected.Return.Expected);
        Assert.Contains(new ReturnedQuantity(Sku, 3m), expected.Return.Sold);
        Assert.Contains(made, await SweptAsync(Port.ReturnsChangedSinceAsync(before, Ct)));
        var listed = Erp.Under.Features.ChangeStamps ? null : await ContentAsync(made);
        await Erp.ReceiveAsync(made, credit: false);

        var received = await ReturnAsync(made);
        Assert.Equal(ErpReturnState.Received, received.Return.State);
        Assert.Equal([new ReturnedQuantity(Sku, 2m)], received.Return.Received);
        Assert.Contains(made, await SweptAsync(Port.ReturnsChangedSinceAsync(received.ChangedAt, Ct)));
        if (!Erp.Under.Features.ChangeStamps)
        {
            Assert.NotEqual(listed, await ContentAsync(made));
            return;
        }

        Assert.True(received.ChangedAt > expected.ChangedAt);
        Assert.DoesNotContain(made, await SweptAsync(Port.ReturnsChangedSinceAsync(received.ChangedAt.AddMinutes(1), Ct)));
    }

    [Fact]
    public async Task A_return_given_up_is_read_as_that_and_differs_from_what_was_written()
    {
        var (order, id) = await SoldAsync(Sample());
        var made = await CreatedAsync(order, id, 1, shipping: false);
        await Erp.GiveUpAsync(made);

        Assert.Equal((ErpReturnState.Cancelled, 0), ((await ReturnAsync(made)).Return.State, (await ReturnAsync(made)).Return.Received.Count));
        Assert.IsType<LookOutcome.Different>(await Port.FindAsync("XC1-1001/R1", await DocumentAsync(order, id, 1, shipping: false), Ct));
    }

    [Fact]
    public async Task A_return_that_people_entered_leads_to_its_sale()
    {
        var (order, id) = await SoldAsync(Sample());
        var made = Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync("by phone", Erp.Map(Joined(order, await SaleAsync(id), 1, shipping: false) with { Reference = "by phone" }), Ct)).Ref.Id;

        Assert.Equal(id, Assert.Single((await ReturnAsync(made)).Orders));
    }

    [Fact]
    public async Task A_credit_memo_and_its_refund_lead_to_the_sale_and_are_listed_on_their_day()
    {
        var (order, id) = await SoldAsync(Sample());
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var made = await CreatedAsync(order, id, 1, shipping: true);
        var memo = Assert.Single(await Erp.ReceiveAsync(made, credit: true));

        var credit = await CreditAsync(memo);
        Assert.Equal((ErpCreditKind.CreditMemo, 8.73m, order.Currency, true, false), (credit.Credit.Kind, credit.Credit.Amount, credit.Credit.Currency, credit.Credit.Stands, credit.Credit.Exchange));
        Assert.Equal((id, "XC1-1001/R1"), (Assert.Single(credit.Orders), Assert.Single(credit.References)));
        Assert.Contains(memo, await SweptAsync(Port.CreditsChangedSinceAsync(before, Ct)));
        if (!Erp.Under.Features.SettlesCredits)
        {
            Assert.Equal([(memo, 8.73m)], (await DayAsync(credit.Credit.Date)).Select(listed => (listed.Id, listed.Amount)));
            Assert.Empty(await DayAsync(credit.Credit.Date.AddDays(-1)));
            Assert.Empty(await DayAsync(credit.Credit.Date.AddDays(1)));
            return;
        }

        var refund = await Erp.PayOutAsync(memo, 8.73m);

        var paid = await CreditAsync(refund);
        Assert.Equal((ErpCreditKind.Refund, 8.73m, true, id), (paid.Credit.Kind, paid.Credit.Amount, paid.Credit.Stands, Assert.Single(paid.Orders)));
        var swept = await SweptAsync(Port.CreditsChangedSinceAsync(before, Ct));
        Assert.Contains(memo, swept);
        Assert.Contains(refund, swept);
        Assert.Equal([(memo, 8.73m), (refund, 8.73m)], (await DayAsync(credit.Credit.Date)).Select(listed => (listed.Id, listed.Amount)));
        Assert.Empty(await DayAsync(credit.Credit.Date.AddDays(-1)));
        Assert.Empty(await DayAsync(credit.Credit.Date.AddDays(1)));
    }

    [Fact]
    public async Task Many_returns_are_swept_page_by_page_also_while_they_change()
    {
        var order = Sample("1001", quantity: 30m);
        var (_, id) = await SoldAsync(order);
        var sale = await SaleAsync(id);
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var made = new List<string>();
        for (var at = 0; at <= Erp.Under.Features.PageSize; at++)
        {
            var reference = $"XC1-1001/R{at}";
            made.Add(Assert.IsType<WriteOutcome.Done>(await Port.CreateAsync(reference, Erp.Map(Joined(order, sale, 1, shipping: false) with { Reference = reference }), Ct)).Ref.Id);
        }

        Assert.Equal(made.Order(), (await SweptAsync(Port.ReturnsChangedSinceAsync(before, Ct))).Order());

        // Nothing that stands still is missed while one that was listed already moves behind it.
        var (listed, moved) = (new List<string>(), false);
        await foreach (var page in Port.ReturnsChangedSinceAsync(before, Ct))
        {
            Assert.Null(page.Failure);
            listed.AddRange(page.Records.Select(record => record.Id));
            if (moved || !listed.Contains(made[0])) continue;
            await Erp.GiveUpAsync(made[0]);
            moved = true;
        }

        Assert.True(moved);
        Assert.All(made, id => Assert.Contains(id, listed));
    }

    // Without change stamps every page says so, and what is listed says what counts as a change.
    private async Task<string> ContentAsync(string id)
    {
        await foreach (var page in Port.ReturnsChangedSinceAsync(default, Ct))
        {
            Assert.True(page.IsWhole);
            if (page.Records.FirstOrDefault(record => record.Id == id) is { Content: { } content }) return content;
        }

        throw new InvalidOperationException($"{id} is not listed with its content.");
    }

    private async Task<FoundReturn> ReturnAsync(string id) => Assert.IsType<ReadOutcome<FoundReturn>.Found>(await Port.ReadReturnAsync(id, Ct)).Value;

    private async Task<FoundCredit> CreditAsync(string id)
    {
        var outcome = await Port.ReadCreditAsync(id, Ct);
        return outcome is ReadOutcome<FoundCredit>.Found found ? found.Value : throw new InvalidOperationException($"{id}: {outcome} {System.Text.Json.JsonSerializer.Serialize<object>(outcome)}");
    }

    private static async Task<IReadOnlyList<string>> SweptAsync(IAsyncEnumerable<ChangePage> pages)
    {
        var ids = new List<string>();
        var last = false;
        await foreach (var page in pages)
        {
            Assert.Null(page.Failure);
            Assert.False(last);
            ids.AddRange(page.Records.Select(record => record.Id));
            last = page.Last;
        }

        Assert.True(last);
        return ids;
    }

    private async Task<IReadOnlyList<ErpCredit>> DayAsync(DateOnly day)
    {
        var credits = new List<ErpCredit>();
        await foreach (var page in Port.OfDayAsync(day, Ct))
        {
            Assert.Null(page.Failure);
            credits.AddRange(page.Credits.Select(listed => listed.Credit));
        }

        return credits;
    }
}
