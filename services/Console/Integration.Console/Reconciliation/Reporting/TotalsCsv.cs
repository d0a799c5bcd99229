using System.Globalization;
using System.Text;

namespace Integration.Console.Reconciliation.Reporting;

/// <summary>
/// A run's totals as CSV, a figure a row: both sides' records per entity, group and currency, and what a settlement file adds up to per provider and currency.
/// </summary>
internal static class TotalsCsv
{
    public static string Of(ReconciliationReport report)
    {
        var text = new StringBuilder("entity,group,currency,figure,count,amount\r\n");
        foreach (var total in report.Totals)
        {
            text.Row(total.Entity, total.Group, total.Currency, "store", Count(total.StoreCount), CsvFields.Amount(total.StoreAmount));
            text.Row(total.Entity, total.Group, total.Currency, "erp", Count(total.ErpCount), CsvFields.Amount(total.ErpAmount));
        }

        foreach (var total in report.Settlement)
        {
            void Figure(string name, string count, decimal amount) => text.Row("settlement", total.Provider, total.Currency, name, count, CsvFields.Amount(amount));
            Figure("captured", Count(total.Captures), total.Captured);
            Figure("refunded", Count(total.Refunds), total.Refunded);
            Figure("fees", "", total.Fees);
            Figure("expected", "", total.Expected);
            Figure("payout", "", total.Payout);
            Figure("difference", "", total.Difference);
            Figure("store_captured", "", total.StoreCaptured);
            Figure("store_refunded", "", total.StoreRefunded);
            Figure("erp_captured", "", total.ErpCaptured);
            Figure("erp_refunded", "", total.ErpRefunded);
        }

        return text.ToString();
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
