namespace Integration.Run.Bench.Timing;

/// <summary>A piece of work to be timed. <paramref name="Work"/> gives its result back, so that the runtime cannot leave the work out.</summary>
internal sealed record Contender(string Name, Func<object?> Work);
