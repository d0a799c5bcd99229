namespace Integration.Tests.Compliance.Erp.Acumatica;

/// <summary>The system's clock, on which the second between two questions after a long operation is a tenth of one.</summary>
internal sealed class ShortPauses : TimeProvider
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Pause ? dueTime / 10 : dueTime, period);
}
