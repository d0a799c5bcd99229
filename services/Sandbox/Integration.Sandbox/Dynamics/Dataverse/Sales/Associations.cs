using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>What cannot be deleted while something points to it.</summary>
internal static class Associations
{
    private static readonly (string Table, string Lookup)[] OfCustomer = [("salesorder", "customerid"), ("invoice", "customerid")];

    private static readonly Dictionary<string, (string Table, string Lookup)[]> Restricting = new(StringComparer.Ordinal)
    {
        ["account"] = OfCustomer,
        ["contact"] = OfCustomer,
        ["product"] = [("salesorderdetail", "productid"), ("invoicedetail", "productid"), ("productpricelevel", "productid")],
        ["pricelevel"] = [("salesorder", "pricelevelid"), ("invoice", "pricelevelid"), ("productpricelevel", "pricelevelid")],
        ["uom"] = [("salesorderdetail", "uomid"), ("invoicedetail", "uomid"), ("productpricelevel", "uomid"), ("product", "defaultuomid")],
        ["uomschedule"] = [("uom", "uomscheduleid"), ("product", "defaultuomscheduleid")],
        ["transactioncurrency"] = [("salesorder", "transactioncurrencyid"), ("invoice", "transactioncurrencyid"), ("pricelevel", "transactioncurrencyid"), ("organization", "basecurrencyid")],
        ["serviceendpoint"] = [("sdkmessageprocessingstep", "eventhandler")],
    };

    public static void CheckDelete(Transaction transaction, Record record)
    {
        if (record.Table.Name is "organization" or "systemuser" or "sdkmessage" or "sdkmessagefilter")
        {
            throw new DataverseFault(403, ErrorCode.PrivilegeDenied, "The user does not hold the necessary privileges.");
        }

        if (Restricting.TryGetValue(record.Table.Name, out var lookups) && Array.Exists(lookups, lookup => transaction.Children(lookup.Table, lookup.Lookup, record.Id).Count > 0))
        {
            throw DataverseFault.BadRequest(ErrorCode.CannotDeleteDueToAssociation, "The object you tried to delete is associated with another object and cannot be deleted.");
        }
    }
}
