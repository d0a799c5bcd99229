using Integration.Platform.Faults;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class DefectTests
{
    [Theory]
    [InlineData("Production", "claim-off")]
    [InlineData(null, "claim-off")]
    [InlineData("Test", null)]
    [InlineData("Test", "")]
    public void Outside_a_test_or_without_a_name_there_is_no_mistake(string? environment, string? setting) => Assert.Null(Defects.Read(environment, setting));

    [Fact]
    public void In_a_test_there_are_those_that_are_named() => Assert.Equal([Defects.ClaimOff, Defects.OutboxOff], Defects.Read("Test", "outbox-off, claim-off")!.Order());

    [Fact]
    public void This_process_has_none() => Assert.False(Defects.Has(Defects.ClaimOff));
}
