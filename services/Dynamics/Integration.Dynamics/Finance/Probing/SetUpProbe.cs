using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>What follows from the settings alone.</summary>
internal static class SetUpProbe
{
    private static readonly string[] TestWords = ["sandbox", "test", "dev", "staging", "demo", "localhost", "127.0.0.1", "uat", "cloudax"];

    public static IEnumerable<ProbeFinding> Examine(ConnectionDefinition connection, DynamicsSettings settings)
    {
        var isTest = TestWords.Any(word => connection.Url.Host.Contains(word, StringComparison.OrdinalIgnoreCase));
        yield return new ProbeFinding("sandbox-or-production", ProbeLevel.Ok, $"By its name ({connection.Url.Host}) this is a {(isTest ? "test" : "PRODUCTION")} environment.");
        yield return settings.Numbering == Numbering.Ours
            ? new ProbeFinding("unique-reference", ProbeLevel.NotChecked, "Assumed by the setting numbering: the number sequence of sales orders is manual, so that F&O refuses a second order of our number. OData does not show it; the first order does.",
                "Accounts receivable parameters, Number sequences, Sales order: set the sequence to manual.")
            : new ProbeFinding("unique-reference", ProbeLevel.Warning, $"Nothing in F&O forbids a second order with our reference; after a lost answer the connector waits {settings.LongestLateCommit.TotalMinutes:0} minutes and looks.",
                "Give web orders a manual number sequence and set numbering to \"ours\".");
        yield return new ProbeFinding("reservation", ProbeLevel.NotChecked,
            $"Stock counts an order as deducted from the state \"{settings.Stock.Counts}\" on. {(settings.Stock.Reservation is null ? "This assumes that orders reserve nothing by themselves (Accounts receivable parameters, Reservation: Manual)." : "Orders are written with this reservation.")}",
            "Set stock.reservation, or stock.countsOrdersFrom, if it is otherwise.");
        yield return settings.Payments is { Journal: null, GeneralJournal: null }
            ? new ProbeFinding("payment-journals", ProbeLevel.Warning, "No journal name is set, so that the payment lane can book nothing.", "Set payments.journal (customer payment journals) or payments.generalJournal, or leave the lane off.")
            : new ProbeFinding("payment-journals", ProbeLevel.NotChecked, "Journal names are not listed by OData; the first payment tells whether they are there. Journals must be posted by a batch job or by people.",
                "General ledger, Journal setup, Journal names; Accounts receivable, Payments, Post customer payment journals.");
        yield return new ProbeFinding("currencies", ProbeLevel.NotChecked, "Currencies are not listed per legal entity; each currency of the shop needs an exchange rate there.", "General ledger, Currencies.");
    }
}
