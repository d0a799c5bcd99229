using Integration.Tests.Compliance.Erp.Returns;

namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>Returns, credit memos and refunds in Acumatica.</summary>
public sealed class AcumaticaReturnsCompliance : ErpReturnsCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpReturnsUnderTest> StartAsync() => new AcumaticaReturnsErp(await AcumaticaErp.StartAsync(unique: true));
}
