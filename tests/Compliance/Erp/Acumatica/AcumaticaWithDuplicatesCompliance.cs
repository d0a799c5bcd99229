namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>With an order type that allows duplicates: everything rests on the look.</summary>
public sealed class AcumaticaWithDuplicatesCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: false);
}
