using FsCheck;
using FsCheck.Fluent;
using Integration.Contracts.Orders;
using Integration.Tests.Samples;
using Xunit;

namespace Integration.Tests.Unit.Contracts.Payments;

public sealed class PaymentEntriesTests
{
    [Fact]
    public void The_first_capture_has_the_transactions_key_and_everything_later_the_operations()
    {
        var entries = Of((PaymentOperationKind.Authorise, 10), (PaymentOperationKind.PartialCapture, 4), (PaymentOperationKind.PartialCapture, 6), (PaymentOperationKind.PartialRefund, 1));

        Assert.Equal(["XC1-T1", "XC1-T1-3", "XC1-T1-4"], entries.Select(entry => entry.Key));
    }

    [Fact]
    public void What_is_left_of_a_reservation_is_given_up_without_money_having_moved() =>
        Assert.Single(Of((PaymentOperationKind.Authorise, 10), (PaymentOperationKind.PartialCapture, 4), (PaymentOperationKind.Void, 6)));

    [Fact]
    public void A_void_of_what_was_partly_given_back_already_takes_only_the_rest()
    {
        var entries = Of((PaymentOperationKind.Capture, 10), (PaymentOperationKind.PartialRefund, 3), (PaymentOperationKind.Void, 10));

        Assert.Equal([(PaymentEntryKind.Capture, 10m), (PaymentEntryKind.Refund, 3m), (PaymentEntryKind.Refund, 7m)], entries.Select(entry => (entry.Kind, entry.Amount)));
    }

    [Theory]
    [InlineData(PaymentState.Captured, 1)]
    [InlineData(PaymentState.Refunded, 2)]
    [InlineData(PaymentState.Authorised, 0)]
    [InlineData(PaymentState.Pending, 0)]
    public void Without_a_list_of_operations_the_state_alone_tells(PaymentState state, int count) =>
        Assert.Equal(count, PaymentEntries.Of(SampleOrder.With(new OrderKey("p", "1")) with { Payments = [new OrderPayment { Id = "T1", Method = "COD", State = state, Amount = 10 }] }).Count);

    [Fact]
    public void An_order_with_more_operations_keeps_the_entries_it_had_and_the_money_adds_up() =>
        Prop.ForAll(Operations.ToArbitrary(), operations =>
        {
            var all = Of([.. operations]);
            var kept = Of([.. operations.Take(operations.Count / 2)]);
            var captured = operations.Where(operation => operation.Kind is PaymentOperationKind.Capture or PaymentOperationKind.PartialCapture).Sum(operation => operation.Amount);
            return kept.SequenceEqual(all.Take(kept.Count))
                && all.Select(entry => entry.Key).Distinct().Count() == all.Count
                && all.Where(entry => entry.Kind == PaymentEntryKind.Capture).Sum(entry => entry.Amount) == captured
                && all.All(entry => entry.Amount > 0);
        }).QuickCheckThrowOnFailure();

    private static Gen<List<(PaymentOperationKind Kind, decimal Amount)>> Operations =>
        from count in Gen.Choose(0, 8)
        from kinds in Gen.Elements(Enum.GetValues<PaymentOperationKind>()).ListOf(count)
        from cents in Gen.Choose(1, 100_000).ListOf(count)
        select kinds.Zip(cents, (kind, cent) => (kind, cent / 100m)).ToList();

    private static IReadOnlyList<PaymentEntry> Of(params IReadOnlyList<(PaymentOperationKind Kind, decimal Amount)> operations) => PaymentEntries.Of(SampleOrder.With(new OrderKey("p", "1")) with
    {
        Payments =
        [
            new OrderPayment
            {
                Id = "T1", Method = "Stripe", State = PaymentState.Authorised, Amount = 10,
                Operations = [.. operations.Select((operation, at) => new PaymentOperation
                {
                    Id = $"{at + 1}", Kind = operation.Kind, Amount = operation.Amount, Currency = "USD", At = DateTimeOffset.UnixEpoch.AddHours(at), LocalDate = new DateOnly(1970, 1, 1),
                })],
            },
        ],
    });
}
