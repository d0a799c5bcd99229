using System.Text;

namespace Integration.Console.Reconciliation.Reporting;

/// <summary>A run's findings as CSV.</summary>
internal static class FindingsCsv
{
    public static string Of(ReconciliationReport report)
    {
        var text = new StringBuilder("entity,number,key,cause,state,store_id,erp_id,store_amount,erp_amount,currency,words\r\n");
        foreach (var finding in report.Findings)
        {
            text.Row(
                finding.Entity, finding.Number, finding.Key, finding.Cause, finding.State, finding.StoreId, finding.ErpId,
                CsvFields.Amount(finding.StoreAmount), CsvFields.Amount(finding.ErpAmount), finding.Currency, finding.Words);
        }

        return text.ToString();
    }
}
