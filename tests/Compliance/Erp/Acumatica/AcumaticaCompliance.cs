namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>With an order type that forbids duplicate customer order numbers, as recommended.</summary>
public sealed class AcumaticaCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: true);
}
