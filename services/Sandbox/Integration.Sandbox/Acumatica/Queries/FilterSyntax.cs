using Integration.Sandbox.Acumatica.Calls;

namespace Integration.Sandbox.Acumatica.Queries;

/// <summary>What the ERP says to a filter it cannot read.</summary>
internal static class FilterSyntax
{
    public static ErpFault Fault(string text) => ErpFault.Exception(text, "Microsoft.Data.OData.ODataException");
}
