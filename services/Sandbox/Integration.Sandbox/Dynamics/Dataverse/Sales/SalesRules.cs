using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Webhooks;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>The rules of the sales tables.</summary>
internal sealed class SalesRules(DataverseSettings settings) : ITableRules
{
    private const long Webhook = 8;
    private const long Asynchronous = 1;

    public void BeforeChange(Transaction transaction, Record record, IReadOnlyCollection<string>? columns)
    {
        if (DocumentKind.OfDocument(record.Table.Name) is not null)
        {
            DocumentRules.BeforeChange(transaction, record, columns, settings);
        }
        else if (DocumentKind.OfLine(record.Table.Name) is { } kind && LineRules.Document(transaction, kind, record) is { } document)
        {
            DocumentRules.CheckEditable(transaction, document, settings);
        }

        if (columns is null)
        {
            Associations.CheckDelete(transaction, record);
        }
    }

    public void Created(Transaction transaction, Record record)
    {
        var table = record.Table;
        if (table.Find("ownerid") is not null && record["ownerid"] is null)
        {
            record.Set("ownerid", new Reference("systemuser", transaction.User));
        }

        if (DocumentKind.OfDocument(table.Name) is { } document)
        {
            DocumentRules.Created(transaction, document, record);
        }
        else if (DocumentKind.OfLine(table.Name) is { } line)
        {
            LineRules.Created(transaction, line, record, settings);
        }
        else
        {
            Check(transaction, record, isNew: true);
        }
    }

    public void Updated(Transaction transaction, Record before, Record record)
    {
        if (DocumentKind.OfDocument(record.Table.Name) is { } kind)
        {
            DocumentRules.Updated(transaction, kind, before, record);
        }
        else if (DocumentKind.OfLine(record.Table.Name) is { } lines && LineRules.Document(transaction, lines, record) is { } document)
        {
            LineRules.Check(transaction, lines, document, record, settings);
            Pricing.Run(transaction, lines, document);
        }
        else
        {
            Check(transaction, record, isNew: false);
        }
    }

    public void Completed(Transaction transaction, Record record) => Price(transaction, record);

    public void Deleted(Transaction transaction, Record record) => Price(transaction, record);

    private static void Price(Transaction transaction, Record record)
    {
        if (DocumentKind.OfDocument(record.Table.Name) is { } kind && transaction.Find(record.Reference) is { } document)
        {
            Pricing.Run(transaction, kind, document);
        }
        else if (DocumentKind.OfLine(record.Table.Name) is { } lines && LineRules.Document(transaction, lines, record) is { } parent)
        {
            Pricing.Run(transaction, lines, parent);
        }
    }

    private static void Check(Transaction transaction, Record record, bool isNew)
    {
        switch (record.Table.Name)
        {
            case "product":
                CatalogueRules.Product(transaction, record, isNew);
                break;
            case "productpricelevel":
                CatalogueRules.PriceListItem(transaction, record);
                break;
            case "pricelevel":
                record.Set("transactioncurrencyid", record.Link("transactioncurrencyid") ?? Organization.BaseCurrency(transaction));
                break;
            case "serviceendpoint" when record.Whole("contract") != Webhook:
                throw DataverseFault.NotPlayed("service endpoints other than webhooks");
            case "sdkmessageprocessingstep" when record.Whole("mode") != Asynchronous:
                throw DataverseFault.NotPlayed("synchronous steps");
            case "sdkmessageprocessingstepimage":
                StepImage.Check(transaction, record);
                break;
            case "systemuser" or "organization" or "sdkmessage" or "sdkmessagefilter" or "asyncoperation" when isNew:
                throw new DataverseFault(403, ErrorCode.PrivilegeDenied, "The user does not hold the necessary privileges.");
        }
    }
}
