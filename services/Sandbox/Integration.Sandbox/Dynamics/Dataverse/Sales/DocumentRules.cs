using System.Globalization;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Rules of orders and invoices.</summary>
internal static class DocumentRules
{
    private static readonly string[] StateColumns = ["statecode", "statuscode"];

    private static readonly Dictionary<(string Table, long From), long[]> Transitions = new()
    {
        [("salesorder", OrderState.Active)] = [OrderState.Submitted],
        [("salesorder", OrderState.Submitted)] = [OrderState.Active],
        [("invoice", 0)] = [2, 3],
        [("invoice", 2)] = [0],
    };

    /// <summary>Refuses to edit what is no longer active, except a submitted order by an integration user.</summary>
    public static void CheckEditable(Transaction transaction, Record document, DataverseSettings settings)
    {
        var state = document.Whole("statecode");
        if (settings.ClosedOrdersReadOnly && state != OrderState.Active
            && !(document.Table.Name == "salesorder" && state == OrderState.Submitted && Organization.IsIntegrating(transaction)))
        {
            throw DataverseFault.Invalid($"The {document.Table.Name} With Id = {document.Id} is {document.Table["statecode"].Options[state].Label} and cannot be edited.");
        }
    }

    public static void BeforeChange(Transaction transaction, Record document, IReadOnlyCollection<string>? columns, DataverseSettings settings)
    {
        if (columns is not null && columns.Except(StateColumns).Any())
        {
            CheckEditable(transaction, document, settings);
        }
    }

    public static void Created(Transaction transaction, DocumentKind kind, Record document)
    {
        if (document.Link("customerid") is null)
        {
            throw DataverseFault.Invalid($"You must provide a value for customerid of {document.Table.Name}.");
        }

        document.Set("transactioncurrencyid", document.Link("transactioncurrencyid") ?? Organization.BaseCurrency(transaction));
        if (document.Text(kind.Number).Length == 0)
        {
            document.Set(kind.Number, Number(kind, transaction.Next(), document.Id));
        }

        Agree(transaction, document);
    }

    public static void Updated(Transaction transaction, DocumentKind kind, Record before, Record document)
    {
        var (from, to) = (before.Whole("statecode"), document.Whole("statecode"));
        if (from != to && !(Transitions.TryGetValue((document.Table.Name, from), out var allowed) && allowed.Contains(to)))
        {
            throw Transition(before);
        }

        if (from != to && document.Table.Name == "salesorder" && to == OrderState.Submitted && document["submitdate"] is null)
        {
            document.Set("submitdate", transaction.Now);
        }

        Agree(transaction, document);
        Pricing.Run(transaction, kind, document);
    }

    /// <summary>What is said when a state does not lead to the one that was asked for.</summary>
    public static DataverseFault Transition(Record record) => DataverseFault.BadRequest(
        ErrorCode.InvalidStateTransition,
        $"The {record.Table.Name} (Id={record.Id}) entity or component has attempted to transition from an invalid state: {record.Table["statecode"].Options[record.Whole("statecode")].Label}.");

    private static void Agree(Transaction transaction, Record document)
    {
        var customer = document.Link("customerid");
        document.Set("accountid", customer?.Table == "account" ? customer : null).Set("contactid", customer?.Table == "contact" ? customer : null);
        if (transaction.Find(document.Link("pricelevelid")) is { } list && !Equals(list.Link("transactioncurrencyid"), document.Link("transactioncurrencyid")))
        {
            throw DataverseFault.BadRequest(ErrorCode.RecordAndPricelistCurrencyNotEqual, "The currency of the record does not match the currency of the price list.");
        }
    }

    // ORD-01001-8C4D2A: the number and something that cannot be guessed.
    private static string Number(DocumentKind kind, long number, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind.Prefix}-{1000 + number:00000}-{id.ToString("N")[..6].ToUpperInvariant()}");
}
