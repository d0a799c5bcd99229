using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>Legal entities: rows of <c>cdm_company</c> in Dataverse, <c>dataAreaId</c> in Finance and Operations.</summary>
internal static class Company
{
    public const string Lookup = "msdyn_company";

    /// <summary>The legal entity of a record, in lower case; null when it names none that is linked.</summary>
    public static string? Of(Transaction transaction, Record record) =>
        transaction.Find(record.Link(Lookup)) is { } company && company.Flag("cdm_isenabledfordualwrite") ? company.Text("cdm_companycode").ToLowerInvariant() : null;

    /// <summary>The record of a legal entity; null when it is not linked.</summary>
    public static Reference? Find(Transaction transaction, string code) =>
        transaction.First("cdm_company", ["cdm_companycode"], code) is { } company && company.Flag("cdm_isenabledfordualwrite") ? company.Reference : null;
}
