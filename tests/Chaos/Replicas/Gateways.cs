namespace Integration.Tests.Chaos.Replicas;

/// <summary>A load balancer before the gateway's replicas: each call goes to the next one that is in service.</summary>
internal sealed class Gateways
{
    private readonly Lock _lock = new();
    private readonly List<Uri> _serving = [];
    private int _next;

    public void Add(Uri replica)
    {
        lock (_lock) _serving.Add(replica);
    }

    public void Remove(Uri replica)
    {
        lock (_lock) _serving.Remove(replica);
    }

    public Uri Next()
    {
        lock (_lock) return _serving[_next++ % _serving.Count];
    }
}
