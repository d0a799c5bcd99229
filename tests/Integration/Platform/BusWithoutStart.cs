using System.Reflection;
using MassTransit;

namespace Integration.Tests.Integration.Platform;

/// <summary>A bus whose start never ends, cancelled or not.</summary>
public class BusWithoutStart : DispatchProxy
{
    private readonly TaskCompletionSource<BusHandle> _start = new();

    public bool IsStarting { get; private set; }

    public static IBusControl Create() => Create<IBusControl, BusWithoutStart>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name != nameof(IBusControl.StartAsync)) throw new NotSupportedException(targetMethod?.Name);
        IsStarting = true;
        return _start.Task;
    }
}
