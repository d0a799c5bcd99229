namespace Integration.Contracts.Operations;

/// <summary>The writing half has come to a <see cref="BackfillMark"/>.</summary>
/// <param name="Run">The backfill's run.</param>
/// <param name="Page">The page that it follows.</param>
public sealed record BackfillMarkPassed(Guid Run, long Page);
