using Integration.Connectors.Lanes.Returns;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes.Returns;

public sealed class OwedRefundTests
{
    private static readonly MoneyOfOrder Paid = new(34.67m, 0);

    [Fact]
    public void A_credit_memo_is_owed_until_the_shop_gave_it_back()
    {
        var known = Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m));

        Assert.Equal(10m, OwedRefund.Of(known, Paid, "USD"));
        Assert.Equal(4m, OwedRefund.Of(known, Paid with { Refunded = 6m }, "USD"));
        Assert.Equal(0m, OwedRefund.Of(known, Paid with { Refunded = 10m }, "USD"));
    }

    [Fact]
    public void A_credit_memo_and_the_refund_that_pays_it_out_are_one_debt() => Assert.Equal(
        10m, OwedRefund.Of(Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m), ReturnTesting.Credit("R1", ErpCreditKind.Refund, 10m)), Paid, "USD"));

    [Fact]
    public void Nothing_is_owed_for_what_was_never_paid_or_is_settled_by_goods_or_taken_back()
    {
        Assert.Equal(0m, OwedRefund.Of(Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m)), new MoneyOfOrder(0, 0), "USD"));
        Assert.Equal(0m, OwedRefund.Of(Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m, exchange: true)), Paid, "USD"));
        Assert.Equal(0m, OwedRefund.Of(Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m, stands: false)), Paid, "USD"));
        Assert.Equal(0m, OwedRefund.Of(Known(ReturnTesting.Credit("C1", ErpCreditKind.CreditMemo, 10m)), Paid, "EUR"));
    }

    [Fact]
    public void The_shops_own_words_tell_what_was_taken_and_given_back()
    {
        var order = ReturnTesting.Order();

        Assert.Equal(new MoneyOfOrder(34.67m, 0), MoneyOfOrder.Of(order));
        Assert.Equal(new MoneyOfOrder(34.67m, 34.67m), MoneyOfOrder.Of(order with { PaymentStatus = PaymentStatus.Refunded }));
        Assert.Equal(new MoneyOfOrder(0, 0), MoneyOfOrder.Of(order with { PaymentStatus = PaymentStatus.Authorised, Payments = [order.Payments[0] with { State = PaymentState.Authorised }] }));
    }

    private static ReturnsOfOrder Known(params ErpCredit[] credits) => new() { Credits = credits.ToDictionary(one => one.Id, one => new SeenCredit(1, one)) };
}
