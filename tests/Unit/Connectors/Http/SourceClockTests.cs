using Integration.Connectors.Http;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Http;

public sealed class SourceClockTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void An_answer_without_a_date_tells_nothing() => Assert.Null(new SourceClock(_time).Now(null));

    [Fact]
    public void Dates_that_are_cut_to_seconds_come_near_the_truth_and_never_beyond_it()
    {
        var (clock, ahead) = (new SourceClock(_time), TimeSpan.FromMilliseconds(1300));
        var off = TimeSpan.MaxValue;
        for (var call = 0; call < 40; call++)
        {
            _time.Pass(TimeSpan.FromMilliseconds(370));
            var there = _time.GetUtcNow() + ahead;
            var told = clock.Now(new DateTimeOffset(there.Ticks - (there.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero));
            off = there - told!.Value;
            Assert.True(off >= TimeSpan.Zero, $"{off} beyond the truth");
        }

        Assert.True(off < TimeSpan.FromMilliseconds(50), $"{off} behind");
    }

    [Fact]
    public void A_clock_that_was_set_back_is_believed_within_two_minutes()
    {
        var clock = new SourceClock(_time);
        clock.Now(_time.GetUtcNow());
        TimeSpan behind = default;
        for (var call = 0; call < 13; call++)
        {
            _time.Pass(TimeSpan.FromSeconds(10));
            behind = _time.GetUtcNow() - clock.Now(_time.GetUtcNow() - TimeSpan.FromMinutes(5))!.Value;
        }

        Assert.Equal(TimeSpan.FromMinutes(5), behind);
    }
}
