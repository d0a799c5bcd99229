using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>What a person has to give back at the payment provider, because the shop's interfaces cannot move money.</summary>
internal static class OwedRefund
{
    /// <summary>The amount; 0 when nothing is owed.</summary>
    /// <param name="known">The ERP's credit memos and refunds.</param>
    /// <param name="money">What the shop took and gave back.</param>
    /// <param name="currency">The order's currency; documents in another are not counted.</param>
    public static decimal Of(ReturnsOfOrder known, MoneyOfOrder money, string currency)
    {
        var standing = known.Credits.Values.Select(seen => seen.Credit).Where(credit => credit.Stands && credit.Currency == currency).ToList();
        // A refund pays a credit memo out: the two are one debt. What is settled by other goods is none until it is paid out.
        var owed = standing.Where(credit => credit.Kind == ErpCreditKind.CreditMemo && !credit.Exchange).Sum(credit => credit.Amount);
        var paidOut = standing.Where(credit => credit.Kind == ErpCreditKind.Refund).Sum(credit => credit.Amount);
        return Math.Max(0, Math.Min(Math.Max(owed, paidOut), money.Paid) - money.Refunded);
    }
}
