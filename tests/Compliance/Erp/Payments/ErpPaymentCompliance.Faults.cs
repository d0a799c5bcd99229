using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Payments;

public abstract partial class ErpPaymentCompliance
{
    [Fact]
    public async Task A_document_whose_answer_was_lost_is_found_and_taken_up()
    {
        var entry = Entry("XC1-T1", 10m);
        await Books.TroubleWithDocumentAsync(Trouble.HalfAnAnswer);

        Assert.IsType<WriteOutcome.Unknown>(await PostAsync(entry));
        Assert.IsNotType<LookOutcome.NotFound>(await FindAsync(entry));
        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry));

        Assert.Equal(Releases, (await OnlyAsync("XC1-T1")).Released);
    }

    [Fact]
    public async Task A_document_that_was_committed_late_is_found_after_it_came()
    {
        var entry = Entry("XC1-T1", 10m);
        await Books.TroubleWithDocumentAsync(Trouble.CommitLate);

        Assert.IsType<WriteOutcome.Unknown>(await PostAsync(entry));

        await Eventually.TrueAsync(async () => (await Books.DocumentsAsync("XC1-T1")).Count > 0, "the late document is there", seconds: 10);
        Assert.IsType<WriteOutcome.Done>(await PostAsync(entry));
        await OnlyAsync("XC1-T1");
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_gives_nothing_back_twice()
    {
        await PostAsync(Entry("XC1-T1", 100m));
        var refund = Entry("XC1-T1-5", 30m, PaymentEntryKind.Refund);
        await Books.TroubleWithDocumentAsync(Trouble.CommitThenTimeout);

        Assert.IsType<WriteOutcome.Unknown>(await PostAsync(refund, "XC1-T1"));
        await PostAsync(refund, "XC1-T1");
        await PostAsync(Entry("XC1-T1-6", 70m, PaymentEntryKind.Refund), "XC1-T1");

        Assert.Equal([30m, 70m], [(await OnlyAsync("XC1-T1-5")).Amount, (await OnlyAsync("XC1-T1-6")).Amount]);
    }

    [Fact]
    public async Task Throttling_books_nothing_and_says_how_long()
    {
        await Books.TroubleWithDocumentAsync(Trouble.Throttle);

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<WriteOutcome.Throttled>(await PostAsync(Entry("XC1-T1", 10m))).After);

        Assert.Empty(await Books.DocumentsAsync("XC1-T1"));
    }

    [Fact]
    public async Task Denial_books_nothing()
    {
        await _erp!.RevokeAsync(true);
        Assert.IsType<WriteOutcome.Denied>(await PostAsync(Entry("XC1-T1", 10m)));
        await _erp.RevokeAsync(false);

        Assert.Empty(await Books.DocumentsAsync("XC1-T1"));
    }
}
