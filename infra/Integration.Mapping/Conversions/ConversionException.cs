namespace Integration.Mapping.Conversions;

/// <summary>A value cannot be converted. The message describes the value but never shows it.</summary>
internal sealed class ConversionException(string message) : Exception(message);
