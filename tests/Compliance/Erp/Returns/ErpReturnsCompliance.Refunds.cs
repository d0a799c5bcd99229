using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Erp.Payments;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Returns;

public abstract partial class ErpReturnsCompliance
{
    private const string Unsettled = "Journals of this ERP are settled with credit memos by its people: a refund is booked, and applied to nothing.";

    private IBooksUnderTest Books => (IBooksUnderTest)Erp.Under;

    [Fact]
    public async Task A_refund_whose_payment_an_invoice_used_up_is_applied_to_the_credit_memo_of_its_order()
    {
        Assert.SkipUnless(Erp.Under.Features.SettlesCredits, Unsettled);
        var (order, id) = await SoldAsync(Sample());
        await PaidAsync(order, id);
        var made = await CreatedAsync(order, id, 1, shipping: true);
        await Erp.ReceiveAsync(made, credit: true);

        Assert.Equal("", Assert.IsType<WriteOutcome.Done>(await RefundAsync(id, "XC1-T1-5", 8.73m)).Echo);

        Assert.True(Assert.Single(await Books.DocumentsAsync("XC1-T1-5")).Released);
        // The credit memo is used up: nothing more is taken from it.
        Assert.Equal(PaymentFields.NotApplied, Assert.IsType<WriteOutcome.Done>(await RefundAsync(id, "XC1-T1-6", 0.01m)).Echo);
        Assert.False(Assert.Single(await Books.DocumentsAsync("XC1-T1-6")).Released);
    }

    [Fact]
    public async Task A_refund_that_came_before_its_credit_memo_is_applied_when_it_is_posted_again()
    {
        Assert.SkipUnless(Erp.Under.Features.SettlesCredits, Unsettled);
        var (order, id) = await SoldAsync(Sample());
        await PaidAsync(order, id);
        Assert.Equal(PaymentFields.NotApplied, Assert.IsType<WriteOutcome.Done>(await RefundAsync(id, "XC1-T1-5", 8.73m)).Echo);
        await Erp.ReceiveAsync(await CreatedAsync(order, id, 1, shipping: true), credit: true);

        var again = Assert.IsType<WriteOutcome.Done>(await RefundAsync(id, "XC1-T1-5", 8.73m));

        Assert.NotEqual(PaymentFields.NotApplied, again.Echo);
        Assert.True(Assert.Single(await Books.DocumentsAsync("XC1-T1-5")).Released);
        Assert.IsType<WriteOutcome.AlreadyDone>(await RefundAsync(id, "XC1-T1-5", 8.73m));
    }

    [Fact]
    public async Task A_refund_takes_nothing_from_the_credit_memo_of_another_order()
    {
        Assert.SkipUnless(Erp.Under.Features.SettlesCredits, Unsettled);
        var (order, id) = await SoldAsync(Sample());
        await PaidAsync(order, id);
        var (_, otherId) = await SoldAsync(Sample("1002"));
        await Erp.ReceiveAsync(await CreatedAsync(order, otherId, 1, shipping: true), credit: true);

        Assert.Equal(PaymentFields.NotApplied, Assert.IsType<WriteOutcome.Done>(await RefundAsync(id, "XC1-T1-5", 8.73m)).Echo);
        Assert.False(Assert.Single(await Books.DocumentsAsync("XC1-T1-5")).Released);
    }

    // Everything has left and is billed, so that the payment goes to the invoice.
    private async Task PaidAsync(Order order, string id)
    {
        await Erp.Under.ShipAsync(id, new Parcel(OtherSku, 1m, "T2"));
        await Erp.InvoiceAsync(id);
        Assert.IsType<WriteOutcome.Done>(await PostAsync(id, new PaymentEntry
        {
            Key = "XC1-T1", Transaction = "T1", Kind = PaymentEntryKind.Capture, Method = "Stripe", Amount = 10m, Currency = order.Currency, At = DateTimeOffset.UnixEpoch,
            LocalDate = new DateOnly(2026, 3, 9), ProviderReference = "pi_1",
        }));
    }

    private Task<WriteOutcome> RefundAsync(string id, string key, decimal amount) => PostAsync(id, new PaymentEntry
    {
        Key = key, Transaction = "T1", Kind = PaymentEntryKind.Refund, Method = "Stripe", Amount = amount, Currency = Erp.Under.Features.Currencies[0], At = DateTimeOffset.UnixEpoch,
        LocalDate = new DateOnly(2026, 3, 9), ProviderReference = "pi_1",
    });

    private Task<WriteOutcome> PostAsync(string id, PaymentEntry entry)
    {
        var sale = new RecordRef(Entities.Order, id, id.Split('/')[^1]);
        var posting = new PaymentPosting(entry, sale, entry.Kind == PaymentEntryKind.Capture ? [] : ["XC1-T1"], new PaymentLane { Embed = false });
        return Erp.Under.Erp.Payments!.PostAsync(posting, Erp.Map(entry, sale), Ct);
    }
}
