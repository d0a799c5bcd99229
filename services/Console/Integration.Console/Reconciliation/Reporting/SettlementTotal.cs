namespace Integration.Console.Reconciliation.Reporting;

/// <summary>What a settlement file adds up to for a provider and currency.</summary>
/// <param name="Provider">As the file names it, else the payment methods of the storefront whose money it shows.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Captures">Lines of captures.</param>
/// <param name="Captured">Their amounts.</param>
/// <param name="Refunds">Lines of refunds.</param>
/// <param name="Refunded">Their amounts.</param>
/// <param name="Fees">All fees.</param>
/// <param name="Expected">What captures leave after refunds and fees.</param>
/// <param name="Payout">What was paid out.</param>
/// <param name="Difference">What is expected less what was paid out: 0 when the file adds up.</param>
/// <param name="StoreCaptured">What the storefront captured by the same methods on the days compared.</param>
/// <param name="StoreRefunded">What it refunded.</param>
/// <param name="ErpCaptured">What the ERP has of these captures.</param>
/// <param name="ErpRefunded">What it has of these refunds.</param>
public sealed record SettlementTotal(
    string Provider, string Currency, int Captures, decimal Captured, int Refunds, decimal Refunded, decimal Fees, decimal Expected, decimal Payout, decimal Difference,
    decimal StoreCaptured, decimal StoreRefunded, decimal ErpCaptured, decimal ErpRefunded);
