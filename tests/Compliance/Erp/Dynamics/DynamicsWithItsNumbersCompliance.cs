namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>With F&amp;O's own order numbers, where it takes lines of a header that the same change set makes and pages as small as wished: everything rests on the look.</summary>
public sealed class DynamicsWithItsNumbersCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DynamicsErp.StartAsync(
        ownNumbers: false, environment => (environment.PageSize, environment.HeedsMaxPageSize) = (10_000, true));
}
