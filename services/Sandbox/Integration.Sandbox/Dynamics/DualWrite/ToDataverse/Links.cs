using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Finds the records of a legal entity that the codes of Finance and Operations stand for.</summary>
internal sealed class Links(Transaction transaction, Reference company)
{
    public Reference Company => company;

    /// <summary>The record with this code; null when there is no code.</summary>
    /// <exception cref="CopyFault">There is no such record.</exception>
    public Reference? To(string table, string column, string code) => code.Length == 0 ? null : (Find(table, column, code) ?? throw CopyFault.NoLookup(table, code)).Reference;

    /// <summary>The record of this legal entity with this code; null when there is none.</summary>
    public Record? Find(string table, string column, string code) =>
        code.Length == 0 ? null : transaction.By(table, [column], code).FirstOrDefault(record => record.Link(Maps.Company.Lookup)?.Id == company.Id);

    public Reference? Currency(string code) =>
        code.Length == 0 ? null : (transaction.First("transactioncurrency", ["isocurrencycode"], code) ?? throw CopyFault.NoLookup("transactioncurrency", code)).Reference;

    /// <summary>A customer by its account number: an account, or a contact that is sold to.</summary>
    public Reference? Customer(string number) => number.Length == 0 ? null
        : (Find("account", "accountnumber", number) ?? Find("contact", "msdyn_contactpersonid", number) ?? throw CopyFault.NoLookup("account", number)).Reference;

    /// <summary>A unit by its symbol, of the product's unit group where that has it.</summary>
    public Record Unit(string symbol, Record? product)
    {
        var units = transaction.By("uom", ["msdyn_symbol"], symbol);
        return units.FirstOrDefault(unit => unit.Link("uomscheduleid")?.Id == product?.Link("defaultuomscheduleid")?.Id) ?? (units is [var first, ..] ? first : throw CopyFault.NoLookup("uom", symbol));
    }
}
