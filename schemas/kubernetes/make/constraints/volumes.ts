import type { Schema } from '../json-schema.ts'
import { ref } from './reference.ts'

const files = { properties: { defaultMode: ref('file-mode') } }
const sources = { properties: { sources: { minItems: 1 }, defaultMode: ref('file-mode') } }

/** The volumes of a pod; the functions named are in pkg/apis/core/validation/validation.go. */
export const volumes: Readonly<Record<string, Schema>> = {
  // ValidateVolumes
  'io.k8s.api.core.v1.Volume': { properties: { name: ref('dns-label') }, maxProperties: 2 },
  // validateKeyToPath
  'io.k8s.api.core.v1.KeyToPath': {
    properties: { key: ref('non-empty'), path: ref('relative-path'), mode: ref('file-mode') },
  },
  // validateConfigMapVolumeSource, validateSecretVolumeSource
  'io.k8s.api.core.v1.ConfigMapVolumeSource': {
    required: ['name'],
    properties: { ...files.properties, name: ref('non-empty') },
  },
  'io.k8s.api.core.v1.SecretVolumeSource': {
    required: ['secretName'],
    properties: { ...files.properties, secretName: ref('non-empty') },
  },
  // validateProjectedVolumeSource, validateProjectionSources
  'io.k8s.api.core.v1.ProjectedVolumeSource': sources,
  'io.k8s.api.core.v1.ConfigMapProjection': { required: ['name'], properties: { name: ref('non-empty') } },
  'io.k8s.api.core.v1.SecretProjection': { required: ['name'], properties: { name: ref('non-empty') } },
  'io.k8s.api.core.v1.ServiceAccountTokenProjection': {
    properties: { path: ref('relative-path'), expirationSeconds: { minimum: 600, maximum: 2 ** 32 } },
  },
  // validateDownwardAPIVolumeSource, validateDownwardAPIVolumeFile
  'io.k8s.api.core.v1.DownwardAPIVolumeSource': files,
  'io.k8s.api.core.v1.DownwardAPIVolumeFile': {
    properties: { path: ref('relative-path'), mode: ref('file-mode') },
  },
  // validateEmptyDirVolumeSource
  'io.k8s.api.core.v1.EmptyDirVolumeSource': {
    properties: { sizeLimit: ref('quantity-from-zero') },
  },
  // validateHostPathVolumeSource
  'io.k8s.api.core.v1.HostPathVolumeSource': { properties: { path: ref('non-empty') } },
  // validatePersistentClaimVolumeSource
  'io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource': { properties: { claimName: ref('non-empty') } },
  // ValidatePersistentVolumeSpec
  'io.k8s.api.core.v1.PersistentVolume': { required: ['spec'] },
  'io.k8s.api.core.v1.PersistentVolumeSpec': {
    required: ['capacity', 'accessModes'],
    properties: {
      capacity: { minProperties: 1, additionalProperties: ref('quantity-above-zero') },
      accessModes: { minItems: 1 },
      storageClassName: ref('dns-subdomain-or-empty'),
    },
  },
  // validateVolumeNodeAffinity, validateNFSVolumeSource
  'io.k8s.api.core.v1.VolumeNodeAffinity': { required: ['required'] },
  'io.k8s.api.core.v1.NFSVolumeSource': { properties: { server: ref('non-empty'), path: ref('rooted-path') } },
  // ValidatePersistentVolumeClaimSpec
  'io.k8s.api.core.v1.VolumeResourceRequirements': {
    properties: { requests: { additionalProperties: ref('quantity-above-zero') } },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': {
    required: ['accessModes', 'resources'],
    properties: { accessModes: { minItems: 1 }, storageClassName: ref('dns-subdomain-or-empty') },
  },
}
