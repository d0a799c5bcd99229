using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>The table of what settlement files add up to.</summary>
internal static class SettlementTotals
{
    public static async Task PutAsync(IUnit unit, string run, IReadOnlyList<SettlementTotalRow> rows, CancellationToken ct)
    {
        await unit.ExecuteAsync("delete from console_reconciliation_settlement where run_id = @run", new { run }, ct);
        foreach (var row in rows)
        {
            await unit.ExecuteAsync(
                """
                insert into console_reconciliation_settlement
                  (run_id, provider, currency, captures, captured, refunds, refunded, fees, payout, store_captured, store_refunded, erp_captured, erp_refunded)
                values (@run, @Provider, @Currency, @Captures, @Captured, @Refunds, @Refunded, @Fees, @Payout, @StoreCaptured, @StoreRefunded, @ErpCaptured, @ErpRefunded)
                """,
                new
                {
                    run, row.Provider, row.Currency, row.Captures, row.Captured, row.Refunds, row.Refunded, row.Fees, row.Payout,
                    row.StoreCaptured, row.StoreRefunded, row.ErpCaptured, row.ErpRefunded,
                },
                ct);
        }
    }

    public static Task<IReadOnlyList<SettlementTotalRow>> OfAsync(IUnit unit, string run, CancellationToken ct) => unit.ListAsync<SettlementTotalRow>(
        """
        select provider as "Provider", currency as "Currency", captures as "Captures", captured as "Captured", refunds as "Refunds", refunded as "Refunded", fees as "Fees",
          payout as "Payout", store_captured as "StoreCaptured", store_refunded as "StoreRefunded", erp_captured as "ErpCaptured", erp_refunded as "ErpRefunded"
        from console_reconciliation_settlement where run_id = @run order by provider, currency
        """,
        new { run }, ct);
}
