using Integration.Tests.Compliance.Erp.Customers;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>Customers as records of their own in Acumatica.</summary>
public sealed class AcumaticaCustomersCompliance : ErpCustomersCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpCustomersUnderTest> StartAsync() => new AcumaticaCustomersErp(await AcumaticaErp.StartAsync(unique: true));
}
