using Integration.Platform.Faults;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class CrashPointTests
{
    [Theory]
    [InlineData("Production", "a")]
    [InlineData(null, "a")]
    [InlineData("Test", null)]
    [InlineData("Test", "")]
    public void Nothing_is_armed_outside_a_test_or_without_a_name(string? environment, string? setting) =>
        Assert.Null(CrashPoints.Read(environment, setting));

    [Fact]
    public void The_named_point_is_due_at_its_first_hit_and_others_never()
    {
        var point = CrashPoints.Read("Test", "after-save-before-publish")!;

        Assert.False(point.IsDue("other"));
        Assert.True(point.IsDue("after-save-before-publish"));
    }

    [Fact]
    public void A_count_waits_for_that_hit_only()
    {
        var point = CrashPoints.Read("Test", "a:3")!;

        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(_ => point.IsDue("a")));
    }

    [Fact]
    public void An_unarmed_point_lets_the_process_live() => CrashPoints.Hit("anything");
}
