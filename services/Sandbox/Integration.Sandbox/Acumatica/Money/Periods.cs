using System.Globalization;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Financial periods (GL201000): one per month, shown as <c>MM-YYYY</c>; a closed or inactive one takes no documents.</summary>
internal static class Periods
{
    /// <summary>Flag of a period that receivables are closed in.</summary>
    public const string Receivables = "ClosedInAR";

    /// <summary>The period's name.</summary>
    public static string Name(DateTimeOffset date) => date.UtcDateTime.ToString("MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>Why a document of that date cannot be saved or released; null when it can.</summary>
    /// <param name="save">The save under way.</param>
    /// <param name="date">Date of the document.</param>
    /// <param name="module">Flag that closes the period for the module; null for the general ledger.</param>
    public static string? Refuses(Save save, DateTimeOffset date, string? module)
    {
        var name = Name(date);
        var period = save.Find("FinancialPeriod", date.UtcDateTime.Year.ToString(CultureInfo.InvariantCulture))?.Lines("Details").Find(row => row.Text("FinancialPeriodID") == name);
        return period switch
        {
            null => $"The financial period for the {date.UtcDateTime:MM/dd/yyyy} date is not defined in the system.",
            _ when period.Text("Status") == "Inactive" => $"The {name} financial period is inactive in the MAIN company.",
            _ when period.Text("Status") is "Closed" or "Locked" => $"The {name} financial period is closed in the MAIN company.",
            _ when module is not null && period.Flag(module) => $"The {name} financial period is closed in the MAIN company for Accounts Receivable.",
            _ => null,
        };
    }
}
