namespace Integration.Tests.Chaos.Security;

/// <summary>What a canary stands for, and so where it may be.</summary>
internal enum CanaryKind
{
    /// <summary>A key, a password: only in the secrets' own files.</summary>
    Secret,

    /// <summary>A card-like number: nowhere.</summary>
    Card,

    /// <summary>Who a person is: only in the messages between services and in what the services work with, never in what is told.</summary>
    Person,
}
