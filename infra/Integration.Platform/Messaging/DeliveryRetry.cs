using MassTransit;
using MassTransit.RetryPolicies;

namespace Integration.Platform.Messaging;

/// <summary>
/// Retry inside the process: what is transient is tried as long as the process lives (it must not spend the broker's
/// delivery limit), anything else after 200 ms and 1 s, then given up.
/// </summary>
internal sealed class DeliveryRetry(Func<Exception, bool> isTransient) : IRetryPolicy
{
    private static readonly TimeSpan[] Intervals = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context)
        where T : class, PipeContext => new Start<T>(this, context);

    public bool IsHandled(Exception exception) => true;

    public void Probe(ProbeContext context) => context.Set(new { Policy = nameof(DeliveryRetry) });

    private sealed class Start<T>(DeliveryRetry policy, T context) : BaseRetryPolicyContext<T>(policy, context)
        where T : class, PipeContext
    {
        protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
            policy.Next(Context, exception, 0, 0, cancellationToken);
    }

    private Again<T> Next<T>(T context, Exception exception, int transient, int other, CancellationToken ct)
        where T : class, PipeContext
    {
        var isAgain = isTransient(exception);
        return isAgain
            ? new Again<T>(this, context, exception, transient + 1, other, Backoff.After(transient + 1, FirstWait, LongestWait), ct)
            : new Again<T>(this, context, exception, transient, other + 1, Intervals[Math.Min(other, Intervals.Length - 1)], ct);
    }

    private sealed class Again<T>(
        DeliveryRetry policy, T context, Exception exception, int transient, int other, TimeSpan delay, CancellationToken ct)
        : BaseRetryContext<T>(context, exception, transient + other, ct), RetryContext<T>
        where T : class, PipeContext
    {
        public override TimeSpan? Delay => delay;

        public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
        {
            var next = policy.Next(Context, exception, transient, other, CancellationToken);
            retryContext = next;
            return !CancellationToken.IsCancellationRequested && next.IsAllowed;
        }

        private bool IsAllowed => other <= Intervals.Length;
    }
}
